# false's slots: what runs and what comes back.
writeln(false isNil, false isTrue, false not, false and(writeln("no")), false or(5), false or(nil), false asBoolean)
writeln(false ifTrue(writeln("no")), false ifFalse(write("ran ")), false then(writeln("no")), false else(write("else ")), false elseif(true, write("elseif ")))
writeln(false type, false asString, false asSimpleString, false asJson, false clone)
