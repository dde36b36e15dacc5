package cn.gdpilot.domain.mail.letters;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Words that each kind of letter is given, with meanings and samples. Part of the program: it gives the words. */
@Component
public class LetterWords {

    /** Words that letters share which models send by themselves. */
    private static final String COMMON = "*";

    private final Map<String, List<Word>> byKind = new TreeMap<>();
    private final List<Word> common;

    /** Reads the list that travels with the program; letters that models send by themselves share one set of words. */
    @Autowired
    public LetterWords(FurtherLetters further) {
        this();
        further.all().keySet().forEach(letter -> byKind.put(letter, common));
    }

    /** Reads the list that travels with the program. */
    public LetterWords() {
        for (CSVRecord row : rows()) {
            byKind.computeIfAbsent(row.get("kind"), kind -> new ArrayList<>())
                    .add(new Word(row.get("word"), row.get("meaning"), row.get("sample")));
        }
        common = byKind.remove(COMMON);
    }

    /** All kinds of letters, by name. */
    public Set<String> kinds() {
        return byKind.keySet();
    }

    /** Kinds of letters that use none but these words, by name; with other kinds some words would stay empty. */
    public Set<String> filledBy(Set<String> words) {
        return byKind.keySet().stream()
                .filter(kind -> words.containsAll(names(kind)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Words that a kind of letter is given. */
    public List<Word> of(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    Set<String> names(String kind) {
        return of(kind).stream().map(Word::name).collect(Collectors.toSet());
    }

    Map<String, String> samples(String kind) {
        return of(kind).stream().collect(Collectors.toMap(Word::name, Word::sample));
    }

    private static List<CSVRecord> rows() {
        try (Reader reader = new InputStreamReader(
                        new ClassPathResource("notice/letter-words.csv").getInputStream(), StandardCharsets.UTF_8);
                CSVParser parser = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A word that a letter's text may use.
     *
     * @param name    as it stands between the braces
     * @param meaning in Chinese
     * @param sample  for previews
     */
    public record Word(String name, String meaning, String sample) {}
}
