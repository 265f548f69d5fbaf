# A new operator holds in text compiled afterwards, not in the text that is running.
OperatorTable addOperator("=>", 5) == OperatorTable
message(a => b + c) code println
doString("message(a => b + c) code println")
doString("message(a => b == c) code println")
Number => := method(n, list(self, n))
doString("1 => 2 + 3") println
OperatorTable operators at("=>") println
OperatorTable addOperator("plus")
OperatorTable operators at("plus") println
doString("message(a plus b * c) code println")
