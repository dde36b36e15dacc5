package cn.gdpilot.domain.identity.contact;

import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes changes of offices' contact data into the record: the fields that differ, before and after. */
@Component
class ContactRecord {

    private final RecordBook book;

    ContactRecord(RecordBook book) {
        this.book = book;
    }

    /** @param grounds why; null where none were asked for */
    void keep(String action, String unitId, String grounds, ContactData was, ContactData becomes, Actor actor) {
        List<ContactData.Difference> differences = was.differencesTo(becomes);
        book.write(new RecordEvent(
                actor,
                action,
                unitId,
                grounds,
                lines(differences, ContactData.Difference::was),
                lines(differences, ContactData.Difference::becomes),
                null));
    }

    private static String lines(
            List<ContactData.Difference> differences, Function<ContactData.Difference, String> value) {
        return differences.stream()
                .map(one -> Texts.label("unit-contact.field", one.field()) + "="
                        + value.apply(one).replace("\n", "；"))
                .collect(Collectors.joining("\n"));
    }
}
