/** Whom to reach at an office and where: from the reference lists first, changed by two people afterwards. */
package cn.gdpilot.domain.identity.contact;
