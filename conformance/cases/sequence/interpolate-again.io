# Interpolating the same text again: with other values, other operators, other contexts.
m := method(x, "<#{x} #{x * 2 + 1}>" interpolate)
m(1) println
m(2) println
for(i, 1, 3, write("#{i}," interpolate)); writeln
"#{1 + 2 * 3}" interpolate println
OperatorTable addOperator("+", 1)
"#{1 + 2 * 3}" interpolate println
rename := method(call message setName("other"); 1)
other := method(2)
2 repeat("#{rename}" interpolate println)
