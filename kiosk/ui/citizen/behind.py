"""The pages behind the first one, imported before anybody touches it: loading is all there is to do."""

from kiosk.ui.citizen import scan_router, scene
from kiosk.ui.citizen.procedures import errand as procedures
from kiosk.ui.citizen.rating import errand as rating
from kiosk.ui.citizen.staff import errand as staff
from kiosk.ui.citizen.status import errand as status

__all__ = ["procedures", "rating", "scan_router", "scene", "staff", "status"]
