package cn.gdpilot.domain.project;

import cn.gdpilot.domain.text.PlainName;
import cn.gdpilot.domain.text.Reachable;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whom to ask and where letters go. In JSON its components stand flat within an applicant or application, so each name says
 * contact.
 *
 * @param name  person
 * @param phone as typed
 * @param email address of one mailbox
 */
public record Contact(
        @JsonProperty("contactName") String name,
        @JsonProperty("contactPhone") String phone,
        @JsonProperty("contactEmail") String email) {

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
