"""The suite mirrors bot/ and crm/; what its parts share stands beside this file."""
