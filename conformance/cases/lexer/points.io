# Points are characters of names, not operators: concatenation needs spaces unless a quote ends the name.
a := "A"; b := "B"
(a .. b) println
("a" .."b") println
("a".."b") println
message(a..b) code println
message(1..2) code println
message(1 ..2) code println
try(a..b) error println
try(1 ..2) error println
