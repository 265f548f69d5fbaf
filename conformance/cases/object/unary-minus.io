# A leading minus negates numbers and refuses everything else.
writeln(-5, " ", -(2 + 3), " ", - 1)
writeln(try(-"a") error)
writeln(try(Object clone -(nil)) error)
writeln(try(Object clone perform("-")) error)
