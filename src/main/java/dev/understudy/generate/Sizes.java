package dev.understudy.generate;

/**
 * How many records each kind of collection gets.
 *
 * @param employees of TechWolf, the same in the task profiles and the AI goals
 * @param jobs of TechWolf
 * @param tasks of Quant
 * @param workTasks of Exante
 */
public record Sizes(int employees, int jobs, int tasks, int workTasks) {
    public Sizes {
        if (employees < 0 || jobs < 0 || tasks < 0 || workTasks < 0) {
            throw new IllegalArgumentException("Less than no record");
        }
    }
}
