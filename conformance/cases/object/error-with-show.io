# divergence: withShow keeps the message; in the reference it is lost
e := Error withShow("seen")
writeln(e message, " ", e isError)
