package cn.gdpilot.domain.identity.contact;

import java.time.Instant;

/**
 * The contact data of an office as they hold now.
 *
 * @param unitId   the office
 * @param data     whom to reach and where
 * @param version  counts the changes made on the page
 * @param editedAt when people changed it last; null while it stands as the reference list gave it
 */
public record UnitContact(String unitId, ContactData data, int version, Instant editedAt) {}
