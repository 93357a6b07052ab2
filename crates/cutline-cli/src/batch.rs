//! Work in order on many threads.

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// Threads that take batches.
pub struct Workers {
    pool: ThreadPool,
}

impl Workers {
    /// `jobs` threads; as many as there are processors for nothing.
    ///
    /// # Errors
    /// If the system gives no threads.
    pub fn new(jobs: Option<usize>) -> anyhow::Result<Workers> {
        let pool = ThreadPoolBuilder::new().num_threads(jobs.unwrap_or(0)).build()?;
        Ok(Workers { pool })
    }

    /// How many threads there are.
    pub fn count(&self) -> usize {
        self.pool.current_num_threads()
    }

    /// Maps batch after batch and hands over each batch's results in order.
    /// While one is mapped, the results of the one before are handed over and
    /// the next one is fetched.
    ///
    /// At most three batches are held at a time. An empty batch is the end.
    ///
    /// # Errors
    /// The first of `take`.
    pub fn run<I: Send, T: Send>(
        &self,
        mut fetch: impl FnMut() -> Vec<I> + Send,
        map: impl Fn(I) -> T + Sync + Send,
        mut take: impl FnMut(T) -> anyhow::Result<()> + Send,
    ) -> anyhow::Result<()> {
        let (mut batch, mut done) = (fetch(), Vec::new());
        while !batch.is_empty() || !done.is_empty() {
            let more = !batch.is_empty();
            let others = || {
                done.into_iter().try_for_each(&mut take)?;
                anyhow::Ok(if more { fetch() } else { Vec::new() })
            };
            let (mapped, next) = self.pool.install(|| rayon::join(|| self.map(batch, &map), others));
            (batch, done) = (next?, mapped);
        }
        Ok(())
    }

    /// Sorts on all threads.
    pub fn sort<T: Ord + Send>(&self, items: &mut [T]) {
        self.pool.install(|| items.par_sort_unstable());
    }

    /// Maps everything at once, in order.
    pub fn map<I: Send, T: Send>(&self, items: Vec<I>, map: impl Fn(I) -> T + Sync + Send) -> Vec<T> {
        self.pool.install(|| items.into_par_iter().with_max_len(8).map(map).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::Workers;

    #[test]
    fn results_keep_the_order_of_the_input_whatever_the_number_of_threads() {
        for jobs in [1, 3, 8] {
            let mut batches = vec![vec![], vec![5, 6], vec![4], vec![1, 2, 3]];
            let mut seen = Vec::new();
            let workers = Workers::new(Some(jobs)).unwrap();
            let take = |n: i32| {
                seen.push(n);
                Ok(())
            };
            workers.run(|| batches.pop().unwrap(), |n| n * n, take).unwrap();
            assert_eq!(seen, [1, 4, 9, 16, 25, 36]);
        }
    }
}
