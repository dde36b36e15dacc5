package cn.gdpilot.domain.project;

import cn.gdpilot.domain.text.PlainName;
import cn.gdpilot.domain.text.Reachable;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;

/**
 * Whom to ask and where letters go.
 *
 * @param name  person
 * @param phone as typed
 * @param email address of one mailbox
 */
public record Contact(String name, String phone, String email) {

    /**
     * A contact with a name, a phone number and an address that a letter can be sent to.
     *
     * @throws Refusal if one of the three is missing, malformed or too long
     */
    public static Contact of(String name, String phone, String email) {
        String person = PlainName.check("contactName", name, TextLimit.PERSON);
        return new Contact(person, Reachable.phone(phone), Reachable.mailbox(email));
    }
}
