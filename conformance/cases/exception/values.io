# Any object may be the error; kinds may have methods.
e := try(Exception raise(Object clone do(code := 7)))
e error code println
HttpError := Exception clone do(
    status := 500
    withStatus := method(s, e := self clone; e status := s; e)
    describe := method(type .. " " .. status .. ": " .. error)
)
e := try(HttpError withStatus(404) raise("no page"))
e status println
e describe println
e isKindOf(HttpError) println
try(HttpError raise("x")) status println
