# divergence: years beyond 1901..2038 are right; the reference wraps at 32 bits.
writeln(Date clone fromNumber(253402300800) year, " ", Date clone fromNumber(-62167219201) year, " ", Date clone fromNumber(1e12) asString)
writeln(Date clone fromNumber(1e30) asString, " ", Date clone fromNumber(0 / 0) year)
