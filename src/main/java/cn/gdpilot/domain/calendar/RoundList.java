package cn.gdpilot.domain.calendar;

import cn.gdpilot.domain.text.Edited;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a reader makes of one reference list, by round: of the edition that the round keeps, else of the list as it stands now. */
public final class RoundList<T> {

    private static final int MOST_EDITIONS = 100;

    private final Edited<T> present;
    private final Function<String, Optional<String>> edition;
    private final Function<String, T> reader;
    private final Supplier<List<String>> open;
    private final Cache<String, T> read =
            Caffeine.newBuilder().maximumSize(MOST_EDITIONS).build();

    RoundList(
            Edited<T> present,
            Function<String, Optional<String>> edition,
            Function<String, T> reader,
            Supplier<List<String>> open) {
        this.open = open;
        this.present = present;
        this.edition = edition;
        this.reader = reader;
    }

    /** As the round has it. */
    public T value(String roundId) {
        return edition.apply(roundId).map(text -> read.get(text, reader)).orElseGet(this::now);
    }

    /** As the list stands now, and as each open round keeps it. */
    public List<T> everywhere() {
        return Stream.concat(Stream.of(now()), open.get().stream().map(text -> read.get(text, reader)))
                .toList();
    }

    /** As the list stands now, which is what the next round begins with. */
    public T now() {
        return present.value();
    }
}
