"""The personal side: what the profile says, in forms that can be spoken in the first person."""
