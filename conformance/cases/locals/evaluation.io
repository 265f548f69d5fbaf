# do, doString, doMessage and perform in a method see the locals.
o := Object clone do(y := 3)
o m := method(x := 4, nil)
o m := method(
    x := 4
    do(made := x + 1)
    list(made, doString("x + 1"), doMessage(message(x * 2)), perform("x"), perform("y"), performWithArgList("y", list))
)
writeln(o m)
