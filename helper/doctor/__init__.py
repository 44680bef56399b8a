"""Is everything in order? One check a matter, each with what to do where it is not."""
from helper.doctor.check import Check
from helper.doctor.run import examine

__all__ = ["Check", "examine"]
