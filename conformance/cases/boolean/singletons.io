# nil, true and false clone to themselves.
writeln(nil clone == nil, true clone == true, false clone == false, nil type, true type, false type)
writeln(nil asString, true asSimpleString, false asJson, nil asJson, nil catch(Exception, 1), nil pass, nil == false, nil < 1)
