"""What people were told, and how they want to be told."""

from okesop.notifications.models.mail import Mail
from okesop.notifications.models.notification import Notification
from okesop.notifications.models.preference import Preference

__all__ = ["Mail", "Notification", "Preference"]
