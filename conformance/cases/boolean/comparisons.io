# nil, true and false equal themselves only.
writeln(nil == nil, nil == false, true == 1, false == nil, true == true, true != false)
writeln(nil isIdenticalTo(nil), true isIdenticalTo(true clone))
