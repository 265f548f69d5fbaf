# A new assignment operator passes the name as text.
OperatorTable addAssignOperator("<-", "assignIt")
doString("message(a b <- c d; e) code println")
Object assignIt := method(name, value, setSlot(name, list("assigned", value)))
o := Object clone
doString("o x <- 5 + 1") println
doString("message(A <- 1) code println")
message(a <- b) code println
OperatorTable assignOperators at("<-") println
