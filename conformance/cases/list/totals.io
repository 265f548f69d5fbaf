# sum and average; an empty list has the sum nil and no average.
writeln(list(1, 2, 3) sum, " ", list(1, 2, 3, 4) average, " ", list sum, " ", list(5) average)
writeln(try(list average) error)
writeln(list("a", "b") reduce(..), " ", try(list("a", "b") sum) error)
