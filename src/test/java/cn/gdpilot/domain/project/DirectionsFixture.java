package cn.gdpilot.domain.project;

import cn.gdpilot.domain.text.ReferenceFiles;
import java.nio.file.Path;
import java.util.Optional;

/** The directions as shipped, without the table of who is in charge. */
public final class DirectionsFixture {

    private DirectionsFixture() {}

    public static Directions sample() {
        return new Directions(new ReferenceFiles(Path.of("reference")), code -> Optional.empty());
    }
}
