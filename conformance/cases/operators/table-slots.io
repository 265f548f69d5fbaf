# The operator table's maps and its counts.
writeln(OperatorTable operators at("+"), " ", OperatorTable operators at("or"), " ", OperatorTable assignOperators at(":="), " ", OperatorTable precedenceLevelCount)
writeln(OperatorTable reverseAssignOperators at("setSlot"), " ", OperatorTable type)
