# Texts of messages.
m := message(a b; c("x\n") + 1)
writeln(m code)
writeln(m asString == m code, " ", m asSimpleString, " ", message((1 + 2) * 3), " ", message(a b c d e f g) codeOfLength(5))
writeln(message(a b c d e f g h i j k l m n o p q r s t u v w x y z) asSimpleString)
writeln(message(a b) setName("foo bar") code, "|", message(a b) setName("") code)
