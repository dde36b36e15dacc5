package cn.gdpilot.domain.duplicate.names;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.duplicate.names.NameRuleEditions.Saved;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The words and weights that hold: the newest edition that an officer saved, or the files while nobody has. */
@Primary
@Service
public class NameRuleBook implements NameRuleSource {

    private final NameRuleFiles files;
    private final NameRuleEditions editions;
    private final RecordBook book;
    private final PilotClock clock;
    private volatile Reading last;

    NameRuleBook(NameRuleFiles files, NameRuleEditions editions, RecordBook book, PilotClock clock) {
        this.files = files;
        this.editions = editions;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public NameRules current() {
        int newest = editions.newest();
        if (newest == 0) {
            return files.current();
        }
        Reading reading = last;
        if (reading == null || reading.edition() != newest) {
            reading = new Reading(newest, text(newest).rules());
            last = reading;
        }
        return reading.rules();
    }

    /** Which words and weights hold now, in words: kept with what was found by them. */
    public String source() {
        int newest = editions.newest();
        return newest == 0 ? Texts.of("name-rules.of-files", files.sum()) : Texts.of("name-rules.of-edition", newest);
    }

    /** Number of the edition that holds; 0 for the files. */
    public int newest() {
        return editions.newest();
    }

    /**
     * The words and weights of an edition; of 0, the files'.
     *
     * @throws Refusal if there is none
     */
    public NameRuleText text(int edition) {
        return edition == 0
                ? files.text()
                : editions.find(edition).orElseThrow(() -> Refusal.notFound("name-rules.unknown"));
    }

    /** What each weight means, in order. */
    public Map<String, String> meanings() {
        return files.meanings();
    }

    /** All editions, the newest first, each with what it changed. */
    public List<NameRuleEdition> editions() {
        List<Saved> all = editions.all();
        List<NameRuleEdition> told = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Saved one = all.get(i);
            NameRuleText before = i + 1 < all.size() ? all.get(i + 1).text() : files.text();
            told.add(new NameRuleEdition(
                    one.edition(),
                    one.text(),
                    one.note(),
                    one.savedBy(),
                    one.savedAt(),
                    one.text().changesSince(before)));
        }
        return told;
    }

    /**
     * Saves a new edition; it holds from the next comparison on.
     *
     * @param seen the edition that the officer has changed
     * @throws Refusal if another was saved meanwhile, nothing is different, or no reason is given
     */
    @Transactional
    public int save(int seen, NameRuleText text, String note, Actor officer) {
        if (Words.none(note)) {
            throw Refusal.invalid("name-rules.note");
        }
        if (TextLimit.REASON.exceededBy(note.strip())) {
            throw Refusal.invalid("guard.answer-long", TextLimit.REASON.length());
        }
        if (editions.newest() != seen) {
            throw Refusal.conflict("name-rules.changed-meanwhile");
        }
        if (text.changesSince(text(seen)).isEmpty()) {
            throw Refusal.invalid("name-rules.nothing-changed");
        }
        editions.add(seen + 1, text, note.strip(), officer.person(), clock.now());
        book.write(
                RecordEvent.of(officer, "duplicate.rules", Texts.of("name-rules.of-edition", seen + 1), note.strip()));
        return seen + 1;
    }

    private record Reading(int edition, NameRules rules) {}
}
