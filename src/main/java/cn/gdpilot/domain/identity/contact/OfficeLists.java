package cn.gdpilot.domain.identity.contact;

import cn.gdpilot.domain.identity.OfficeGroups;
import cn.gdpilot.domain.identity.Units;
import org.springframework.stereotype.Component;

/** The reference lists of offices, read while the application runs: the offices, their groups and whom to reach there. */
@Component
public class OfficeLists {

    private final Units units;
    private final OfficeGroups groups;
    private final ContactList contacts;

    OfficeLists(Units units, OfficeGroups groups, ContactList contacts) {
        this.units = units;
        this.groups = groups;
        this.contacts = contacts;
    }

    /**
     * Takes over what the lists say now, so that an office that was added takes part and gets its letters without a restart.
     *
     * @throws cn.gdpilot.domain.text.Refusal if a line of the lists is broken; nothing of them is taken then
     */
    public void read() {
        units.read();
        groups.make();
        contacts.read();
    }
}
