# The operator table read, changed and reversed; what is added holds for text compiled later.
writeln(OperatorTable precedenceLevelCount, OperatorTable operators at("+"), OperatorTable assignOperators at(":="))
writeln(OperatorTable reverseAssignOperators at("setSlot"), OperatorTable addOperator("=>", 5) == OperatorTable)
writeln(doString("message(a => b + c) code"), doString("message(a hello b) code"))
OperatorTable addOperator("hello")
OperatorTable addAssignOperator("<-", "assignIt")
writeln(doString("message(a hello b c) code"), " ", doString("message(a b <- c d; e) code"))
lines := OperatorTable asString split("\n")
writeln(lines at(0) split("_") first, lines slice(1, 4), lines slice(16, 23))
