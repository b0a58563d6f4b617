/** A quantity for people: grouped thousands, at most six decimals. */
export const showQuantity = (quantity: number): string => {
  const [whole = '0', decimals] = String(Number(quantity.toFixed(6))).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
};

const COUNTED = /^\d+[kM]? (.*)$/;

/** An amount in a price's unit as a count of the thing itself: 2 of `1M requests` is `2,000,000 requests`. */
export const showAmount = (quantity: number, unit: string, unitSize: number): string =>
  `${showQuantity(quantity * unitSize)} ${COUNTED.exec(unit)?.[1] ?? unit}`;
