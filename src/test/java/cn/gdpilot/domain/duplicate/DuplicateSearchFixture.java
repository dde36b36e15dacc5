package cn.gdpilot.domain.duplicate;

import cn.gdpilot.domain.duplicate.names.NameRuleFiles;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.nio.file.Path;

/** The search with the lists that the project ships. */
public final class DuplicateSearchFixture {

    private static final DuplicateSearch SEARCH = search(Path.of("reference"));

    private DuplicateSearchFixture() {}

    public static DuplicateSearch search() {
        return SEARCH;
    }

    static DuplicateSearch search(Path folder) {
        return new DuplicateSearch(new NameRuleFiles(new ReferenceFiles(folder)));
    }
}
