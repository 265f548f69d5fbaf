# divergence: apropos writes the slots of all protos that match; the reference's protos have other slots
A := Protos Core clone
Object apropos("serializedslotsw")
