# divergence: raiseIfError raises with the message; in the reference error is nil
e := try(Error with("broken") raiseIfError)
writeln(e type, " ", e error)
