# nil, true, false and anything else under the logical messages.
list(nil, false, true, 5) foreach(v,
    writeln(v, ": ", v isNil, " ", v isTrue, " ", v not, " ", v and(true), " ", v or(nil), " ", v asBoolean)
)
list(nil, false, true, 5) foreach(v,
    writeln(v, ": ", v ifNil(1), " ", v ifNonNil(1), " ", v ifNilEval(1), " ", v ifNonNilEval(1))
)
writeln(true ifTrue(5), true ifFalse(5), false ifTrue(5), false ifFalse(5))
