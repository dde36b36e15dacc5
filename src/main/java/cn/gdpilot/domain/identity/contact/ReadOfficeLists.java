package cn.gdpilot.domain.identity.contact;

import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the lists of offices again while a round runs: the offices that are new, their groups and contact data. */
@Service
public class ReadOfficeLists {

    private final OfficeLists lists;
    private final RecordBook book;

    ReadOfficeLists(OfficeLists lists, RecordBook book) {
        this.lists = lists;
        this.book = book;
    }

    /** @throws cn.gdpilot.domain.text.Refusal if a line of the lists is broken; nothing of them is taken then */
    @Transactional
    public void read(Person officer) {
        lists.read();
        book.write(RecordEvent.of(
                new Actor(officer.username(), Unit.DEPARTMENT), "round.units-read", Unit.DEPARTMENT, null));
    }
}
