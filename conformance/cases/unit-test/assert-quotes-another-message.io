# The third argument of assertEquals is the message whose arguments are quoted.
T := UnitTest clone
T assertPositive := method(n, assertEquals(n > 0, true, call message))
try(T assertPositive(3 - 5)) error println
try(T assertEquals(1, 2, message(expected(one, two)))) error println
try(T assertNotEquals(1, 1, message(expected(one, two)))) error println
