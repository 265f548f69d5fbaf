# true's slots: what runs and what comes back.
writeln(true isNil, true isTrue, true not, true and(5), true and(nil), true or(writeln("no")), true asBoolean)
writeln(true ifTrue(write("ran ")), true ifFalse(writeln("no")), true then(write("then ")), true else(writeln("no")), true elseif(writeln("no")))
writeln(true type, true asString, true asSimpleString, true asJson, true clone)
