# What nil, true and false answer.
list(nil, false, true, 5, "") map(isNil) println
list(nil, false, true, 5, "") map(isTrue) println
list(nil, false, true, 5, "") map(asBoolean) println
list(nil, false, true, 5, "") map(not) println
list(nil, false, true) map(type) println
list(nil, false, true) map(asString) println
list(nil clone, false clone, true clone) println
list(nil == nil, nil == false, true == true, nil isNil == true) println
list(nil asSimpleString, true asSimpleString) println
