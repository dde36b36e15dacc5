package cn.gdpilot.rehearsal;

import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.UnitContact;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.mail.Outbox;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came out of a round, counted from the business tables. */
@Component
@Profile("rehearsal")
class RoundFigures {

    private static final String REACHED =
            "exists (select 1 from application_event e where e.application_id = a.id and e.to_state = '%s')";

    /** A project is on the list of its own unit and, from a city, on the Department's as well. */
    private static final String COUNTED =
            """
            with listed as (
              select r.unit_id, p.application_id, r.destination from recommendation r
              join ranked_project p on p.recommendation_id = r.id where r.round_id = :round and r.arrived_at is not null)
            select u.id as unit,
              (select count(*) from application a where a.round_id = :round and a.unit_id = u.id and a.submissions > 0) as applied,
              (select count(*) from application a where a.round_id = :round and a.unit_id = u.id and %s) as accepted,
              (select count(*) from listed l where l.unit_id = u.id) as recommended,
              (select count(distinct l.application_id) from listed l join application a on a.id = l.application_id
                where l.destination = 'ministry' and (l.unit_id = u.id or a.unit_id = u.id)) as forwarded,
              (select count(distinct l.application_id) from listed l join application a on a.id = l.application_id
                join selection s on s.application_id = a.id
                where l.destination = 'ministry' and (l.unit_id = u.id or a.unit_id = u.id)) as selected,
              (select count(*) from application a where a.round_id = :round and a.unit_id = u.id and %s) as missed
            from org_unit u order by u.id""".formatted(REACHED.formatted("ACCEPTED"), REACHED.formatted("MISSED_DEADLINE"));

    private final JdbcClient jdbc;
    private final Units units;
    private final UnitContacts contacts;
    private final Outbox outbox;

    RoundFigures(JdbcClient jdbc, Units units, UnitContacts contacts, Outbox outbox) {
        this.jdbc = jdbc;
        this.units = units;
        this.contacts = contacts;
        this.outbox = outbox;
    }

    /** A line for each unit, by its id. */
    List<Line> of(String round) {
        Map<String, Integer> mails = mailsByUnit(round);
        return jdbc.sql(COUNTED).param("round", round).query(Counted.class).list().stream()
                .map(one -> new Line(
                        one.unit(),
                        units.get(one.unit()).name(),
                        one.applied(),
                        one.accepted(),
                        one.recommended(),
                        one.forwarded(),
                        one.selected(),
                        one.missed(),
                        mails.getOrDefault(one.unit(), 0)))
                .sorted(Comparator.comparing(Line::unit))
                .toList();
    }

    /** Letters sent to the unit, to its lead, and to those who applied there first. */
    private Map<String, Integer> mailsByUnit(String round) {
        Map<String, String> owners = new HashMap<>();
        jdbc.sql(
                        "select contact_email as address, unit_id as unit from application where round_id = :round order by id")
                .param("round", round)
                .query(Owner.class)
                .list()
                .forEach(owner -> owners.putIfAbsent(owner.address(), owner.unit()));
        for (UnitContact contact : contacts.all()) {
            owners.put(contact.data().email(), contact.unitId());
            owners.put(contact.data().leadsAddress(), contact.unitId());
        }
        Map<String, Integer> mails = new HashMap<>();
        outbox.sentTo(round)
                .forEach((address, count) -> mails.merge(owners.getOrDefault(address, "?"), count, Integer::sum));
        return mails;
    }

    private record Counted(
            String unit, int applied, int accepted, int recommended, int forwarded, int selected, int missed) {}

    private record Owner(String address, String unit) {}

    /**
     * The figures of one unit; for the Department, of the list that it forwards.
     *
     * @param unit        id
     * @param name        name
     * @param applied     applications submitted to it
     * @param accepted    of these, accepted by it
     * @param recommended projects on its list that arrived in time
     * @param forwarded   of its projects, those that reached the ministry
     * @param selected    of these, selected
     * @param missed      projects that missed a deadline
     * @param mails       letters sent to it, to its lead, and to the applicants whose first application went to it
     */
    record Line(
            String unit,
            String name,
            int applied,
            int accepted,
            int recommended,
            int forwarded,
            int selected,
            int missed,
            int mails) {}
}
