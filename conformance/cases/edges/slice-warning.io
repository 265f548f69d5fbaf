# slice of a text warns on standard output; that of a list does not.
"abcd" slice(1, 3) println
list(1, 2, 3, 4) slice(1, 3) println
