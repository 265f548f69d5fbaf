# A new operator applies to text compiled afterwards.
OperatorTable addOperator("=>", 5)
doString("""
Number => := method(x, list(self, x))
writeln(1 => 2)
""")
writeln(doString("message(a => b + c)"))
