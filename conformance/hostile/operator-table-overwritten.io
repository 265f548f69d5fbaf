# Operators that bind in no order.
# ends: normal, exception

try(OperatorTable addOperator("+", -1e300))
try(OperatorTable addOperator("*", Number constants nan))
try(OperatorTable addOperator("", 3))
try(doString("1 + 2 * 3 println"))
try(OperatorTable operators := nil)
try(OperatorTable assignOperators := 42)
try(doString("1 + 2"))
try(doString("a := 1"))
try(OperatorTable operators := list())
doString("1 + 2 * 3 println")
