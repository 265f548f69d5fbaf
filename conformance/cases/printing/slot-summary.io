# slotSummary can be limited to names that contain a keyword.
o := Object clone do(apple := 1; banana := 2; grape := 3)
o slotSummary("ap") splitNoEmpties("\n") rest println
o slotSummary splitNoEmpties("\n") size println
o slotDescriptionMap keys sort println
o slotDescriptionMap at("apple") println
