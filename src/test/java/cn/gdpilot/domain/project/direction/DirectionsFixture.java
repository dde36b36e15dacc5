package cn.gdpilot.domain.project.direction;

import cn.gdpilot.domain.text.ReferenceFiles;
import java.nio.file.Path;
import java.util.Optional;

/** The directions as shipped, without the table of who is in charge. */
public final class DirectionsFixture {

    private DirectionsFixture() {}

    public static Directions sample() {
        return with(code -> Optional.empty());
    }

    /** The same with a table. */
    public static Directions with(AuthorityTable authorities) {
        return new Directions(list(), authorities);
    }

    /** What the notice says of them in numbers. */
    public static DirectionTotals totals() {
        return new DirectionTotals(list(), new ReferenceFiles(Path.of("content/reference")));
    }

    public static DirectionList list() {
        return new DirectionList(new ReferenceFiles(Path.of("content/reference")));
    }
}
