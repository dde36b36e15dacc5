package cn.gdpilot.domain.calendar;

import cn.gdpilot.domain.text.EditedFolder;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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

    /** Lists with the editions that rounds keep. */
    @Autowired
    public RoundLists(ReferenceFiles files, RoundEditions editions) {
        this.files = files;
        this.editions = editions::text;
    }

    /** Lists as they stand now, for programs without a database: no round keeps an edition. */
    public RoundLists(ReferenceFiles files) {
        this.files = files;
        this.editions = (round, list) -> Optional.empty();
    }

    /** What a reader makes of that list, by round. */
    public <T> RoundList<T> of(String name, Function<List<CSVRecord>, T> reader) {
        return new RoundList<>(
                files.edited(List.of(name), lists -> reader.apply(lists.rows(name))),
                roundId -> editions.apply(roundId, name),
                text -> reader.apply(ReferenceFiles.rows(name, text.getBytes(StandardCharsets.UTF_8))));
    }

    /** The list as it stands now. */
    String present(String name) {
        return EditedFolder.text(name, files.content(name));
    }
}
