# The table of operators.
OperatorTable precedenceLevelCount println
OperatorTable operators at("**") println
OperatorTable operators at("return") println
list("?", "@", "@@", "**", "*", "/", "%", "+", "-", "<<", ">>", "<", "==", "&", "^", "|", "and", "&&", "or", "||", "..", "+=", "|=", "return") map(o, OperatorTable operators at(o)) println
OperatorTable assignOperators keys sort println
OperatorTable assignOperators at(":=") println
OperatorTable assignOperators at("::=") println
OperatorTable assignOperators at("=") println
OperatorTable reverseAssignOperators at("newSlot") println
OperatorTable reverseAssignOperators keys sort println
