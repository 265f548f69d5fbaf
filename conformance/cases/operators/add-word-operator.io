# Words can be operators.
OperatorTable addOperator("hello", 3)
doString("message(a hello b + c) code println")
doString("message(a hello b * c) code println")
OperatorTable addOperator("xor", 11)
Object xor := method(other, self isTrue != other isTrue)
doString("list(true xor false, true xor true, 1 > 2 xor 2 > 1) println")
