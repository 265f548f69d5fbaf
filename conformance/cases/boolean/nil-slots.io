# nil's slots: what runs and what comes back.
writeln(nil isNil, nil isTrue, nil not, nil and(writeln("no")), nil or(5), nil or(nil), nil asBoolean)
writeln(nil type, nil asString, nil asSimpleString, nil asJson, nil clone, nil pass, nil catch(Exception))
writeln(nil then(writeln("no")), nil else(write("else ")), nil elseif(true, "elseif"))
