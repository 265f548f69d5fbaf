# A removed operator is an ordinary message in text compiled afterwards.
OperatorTable operators removeAt("**")
doString("message(2 ** 3) code println")
try(doString("2 ** 3")) error println
(2 ** 3) println
