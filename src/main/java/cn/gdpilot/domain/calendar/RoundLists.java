package cn.gdpilot.domain.calendar;

import cn.gdpilot.domain.text.EditedFolder;
import cn.gdpilot.domain.text.ListFault;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Reference lists that say what a round's notice says: a round keeps the edition with which it was opened. */
@Component
public class RoundLists {

    private final ReferenceFiles files;
    private final BiFunction<String, String, Optional<String>> editions;
    private final RoundEditions kept;
    private final Map<String, Function<List<CSVRecord>, ?>> readers = new ConcurrentSkipListMap<>();

    /** Lists with the editions that rounds keep. */
    @Autowired
    public RoundLists(ReferenceFiles files, RoundEditions editions) {
        this.files = files;
        this.editions = editions::text;
        this.kept = editions;
    }

    /** Lists as they stand now, for programs without a database: no round keeps an edition. */
    public RoundLists(ReferenceFiles files) {
        this.files = files;
        this.editions = (round, list) -> Optional.empty();
        this.kept = null;
    }

    /** What a reader makes of that list, by round. */
    public <T> RoundList<T> of(String name, Function<List<CSVRecord>, T> reader) {
        readers.put(name, reader);
        return new RoundList<>(
                files.edited(List.of(name), lists -> reader.apply(lists.rows(name))),
                roundId -> editions.apply(roundId, name),
                text -> reader.apply(ReferenceFiles.rows(name, text.getBytes(StandardCharsets.UTF_8))),
                () -> kept == null ? List.of() : kept.ofOpenRounds(name));
    }

    /** Names of the lists that a round keeps. */
    public Set<String> names() {
        return readers.keySet();
    }

    /** What is wrong with a text in place of a list; empty if it can be read. */
    public Optional<String> fault(String name, String text) {
        try {
            readers.get(name).apply(ReferenceFiles.rows(name, text.getBytes(StandardCharsets.UTF_8)));
            return Optional.empty();
        } catch (RuntimeException unreadable) {
            return Optional.of(ListFault.words(unreadable));
        }
    }

    /** The text of a list as the round has it. */
    public String text(String roundId, String name) {
        return editions.apply(roundId, name).orElseGet(() -> EditedFolder.text(name, files.content(name)));
    }

    /**
     * A round begins: it keeps each list as it stands now.
     *
     * @throws Refusal if one cannot be read as it stands now: the round would follow a file that is still being edited
     */
    public void keepAll(String roundId) {
        names().forEach(name -> kept.keep(roundId, name, 1, readable(name)));
    }

    private String readable(String name) {
        String text;
        try {
            text = EditedFolder.text(name, files.content(name));
        } catch (RuntimeException notUtf8) {
            throw Refusal.conflict("list.refused", name, ListFault.words(notUtf8));
        }
        fault(name, text).ifPresent(fault -> {
            throw Refusal.conflict("list.refused", name, fault);
        });
        return text;
    }
}
