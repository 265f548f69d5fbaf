# Objects without contents compare by a fixed order.
a := Object clone
b := Object clone
writeln(a compare(a), " ", a compare(b) + b compare(a), " ", (a < b) != (b < a), " ", a <= a, " ", a >= a, " ", a < a, " ", a > a)
