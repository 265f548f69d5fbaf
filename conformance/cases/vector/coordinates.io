# x, y and z read and set the first three items; set replaces them in order.
v := vector(1, 2, 3)
writeln(v x, " ", v y, " ", v z, " ", vector(1) y)
v setX(10) setY(20) setZ(30)
v println
v set(7, 8, 9)
v println
v set(1)
v println
