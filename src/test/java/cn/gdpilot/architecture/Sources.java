package cn.gdpilot.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Java sources, read as the compiler reads them: comments are none of it. */
final class Sources {

    private Sources() {}

    /** All string literals below a folder, text blocks included. */
    static List<Literal> literals(Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> all = Files.walk(folder);
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources =
                    all.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
            List<Literal> literals = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                Path file = folder.toAbsolutePath()
                        .relativize(Path.of(unit.getSourceFile().toUri()));
                unit.accept(
                        new TreeScanner<Void, Void>() {
                            @Override
                            public Void visitLiteral(LiteralTree literal, Void none) {
                                if (literal.getValue() instanceof String text) {
                                    literals.add(new Literal(file, text));
                                }
                                return null;
                            }
                        },
                        null);
            }
            return literals;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A string literal.
     *
     * @param file its source, as seen from the folder that was read
     * @param text its value
     */
    record Literal(Path file, String text) {

        /** Floor and room, as {@code domain.mail}; sub-packages belong to their room. */
        String room() {
            Path folder = file.getParent();
            return folder == null
                    ? ""
                    : folder.subpath(0, Math.min(2, folder.getNameCount()))
                            .toString()
                            .replace('/', '.');
        }

        String type() {
            return file.getFileName().toString().replace(".java", "");
        }
    }
}
